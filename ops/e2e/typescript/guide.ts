// The TypeScript of the SuperDuperAI guide (seed 000) as it stands there, in its order, run by
// ../31-typescript.sh. Changed is what a reader of the guide has to change: the address, and where
// the token comes from. Three passages of the text were damaged before it reached us (everything
// between a "<" and the next ">" is gone); what had to be filled in is marked "reconstructed".
// Checks are between the snippets, under "--- checked:".
// @ts-nocheck
import EventSource from 'eventsource'; // one that accepts headers, as the guide's code expects
import { useCallback, useState, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { check, isImage } from './check.mjs';

const your_api_token = process.env.EASEL_API_KEY;
const API_BASE_OF_THIS_SERVER = `${process.env.EASEL_URL}/api/v1`;

// --- Basic Setup
const API_BASE = API_BASE_OF_THIS_SERVER;
const headers = {
  'Authorization': `Bearer ${your_api_token}`,
  'Content-Type': 'application/json'
};

// --- Generate Your First Image
const generateImage = async (prompt: string) => {
  const response = await fetch(`${API_BASE}/file/generate-image`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      config: {
        prompt: prompt,
        generation_config_name: 'comfyui/flux', // Free model
        params: {
          width: 1024,
          height: 1024,
          quality: 'hd'
        }
      }
    })
  });
  
  const [fileData] = await response.json(); // Returns array
  return fileData.id;
};

// Wait for generation to complete
const waitForImage = async (fileId: string) => {
  while (true) {
    const response = await fetch(`${API_BASE}/file/${fileId}`, { headers });
    const status = await response.json();
    
    if (status.url) return status.url; // Ready!
    if (status.error) throw new Error(status.error);
    
    await new Promise(r => setTimeout(r, 2000)); // Wait 2 seconds
  }
};

// Complete workflow
const imageUrl = await generateImage("A beautiful sunset over mountains");
const finalUrl = await waitForImage(imageUrl);
console.log('Generated image:', finalUrl);

// --- checked:
await check('the first image of the guide is made', isImage(finalUrl));

// --- Polling Method (reconstructed: the middle of the loop is missing in the text)
const pollForCompletion = async (fileId: string, timeout = 300000) => {
  const startTime = Date.now();
  
  while (Date.now() - startTime < timeout) { // reconstructed
    const response = await fetch(`${API_BASE}/file/${fileId}`, { headers }); // reconstructed
    const status = await response.json(); // reconstructed
    if (status.url) return status.url; // reconstructed
    if (status.error) throw new Error(status.error); // reconstructed
    await new Promise(r => setTimeout(r, 2000)); // Poll every 2 seconds
  }
  
  throw new Error('Generation timeout');
};

// --- Server-Sent Events (SSE)
const watchWithSSE = (fileId: string, onUpdate: (data: any) => void) => {
  const eventSource = new EventSource(`${API_BASE}/events/file.${fileId}`, {
    headers: {
      'Authorization': `Bearer ${your_api_token}`
    }
  });
  
  eventSource.onmessage = (event) => {
    const data = JSON.parse(event.data);
    onUpdate(data);
    
    if (data.url || data.error) {
      eventSource.close();
    }
  };
  
  eventSource.onerror = (error) => {
    console.warn('SSE connection failed, falling back to polling');
    eventSource.close();
    // Fallback to polling method
  };
  
  // Cleanup after 5 minutes
  setTimeout(() => {
    eventSource.close();
  }, 300000);
  
  return eventSource;
};

// Usage with fallback
const generateWithRealtime = async (prompt: string) => {
  const imageId = await generateImage(prompt);
  
  // Try SSE first, fallback to polling
  return new Promise((resolve, reject) => {
    let resolved = false;
    
    // SSE attempt
    const sse = watchWithSSE(imageId, (data) => {
      if (data.url && !resolved) {
        resolved = true;
        resolve(data.url);
      }
    });
    
    // Polling fallback after 10 seconds
    setTimeout(async () => {
      if (!resolved) {
        sse.close();
        try {
          const url = await pollForCompletion(imageId);
          if (!resolved) {
            resolved = true;
            resolve(url);
          }
        } catch (error) {
          if (!resolved) {
            resolved = true;
            reject(error);
          }
        }
      }
    }, 10000);
  });
};

// --- checked:
const events = [];
const watched = await generateImage('A lighthouse above a stormy sea');
await new Promise((resolve, reject) => {
  const source = watchWithSSE(watched, (data) => {
    events.push(data);
    if (data.url) resolve(data.url);
    if (data.error) reject(new Error(data.error));
  });
  source.addEventListener('error', () => reject(new Error('the stream broke')));
});
await check('the watcher of the guide sees the image come', isImage(events.at(-1).url));
await check('its first event is the state at once', events[0].url === null && events[0].id === watched);
await check('the end leaves no task', events.at(-1).tasks.length === 0 && !('error' in events.at(-1)));
await check('a late watcher gets the finished file at once', new Promise((resolve) => {
  const source = watchWithSSE(watched, (data) => { resolve(Boolean(data.url)); source.close(); });
}));
await check('polling finds it too', (await pollForCompletion(watched)).startsWith('http'));
await check('realtime with fallback', isImage(await generateWithRealtime('A red barn in the snow')));

// --- 1. Product Mockups
const createProductMockup = async (product: string, setting: string) => {
  const prompt = `Professional product photo of ${product} on ${setting}, clean background, studio lighting, high resolution`;
  
  const imageId = await generateImage(prompt);
  return await waitForImage(imageId);
};

// Example
const mockup = await createProductMockup("wireless headphones", "marble surface");

// --- checked:
await check('a product mockup', isImage(mockup));

// --- 2. Social Media Content
const createSocialPost = async (topic: string, style = "modern") => {
  const prompt = `${style} social media post about ${topic}, vibrant colors, engaging design, square format`;
  
  const response = await fetch(`${API_BASE}/file/generate-image`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      config: {
        prompt,
        generation_config_name: 'google-cloud/imagen3', // Good quality/price balance
        params: {
          width: 1024,
          height: 1024,
          aspect_ratio: '1:1' // Square for social media
        }
      }
    })
  });
  
  const [fileData] = await response.json();
  return await waitForImage(fileData.id);
};

// --- checked:
await check('a social media post', isImage(await createSocialPost('autumn gardens')));

// --- 3. Image Enhancement & Editing
const originalImageId = imageUrl; // the id of the first image; the guide assumes one is at hand
const enhanceImage = async (imageId: string, enhancement: string) => {
  const response = await fetch(`${API_BASE}/file/generate-image`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      config: {
        prompt: `Enhance this image: ${enhancement}`,
        generation_config_name: 'comfyui/flux/inpainting', // Budget editing
        references: [imageId], // Reference to existing image
        params: {
          strength: 0.7, // How much to change (0.1-1.0)
          quality: 'hd'
        }
      }
    })
  });
  
  const [fileData] = await response.json();
  return await waitForImage(fileData.id);
};

// Example
const enhanced = await enhanceImage(originalImageId, "improve lighting and colors");

// --- checked:
await check('an image is enhanced', isImage(enhanced));
await check('the enhanced one is another one', enhanced !== finalUrl);

// --- Model Selection Guide
const selectModel = (useCase: string, budget: 'low' | 'medium' | 'high') => {
  const models = {
    low: {
      general: 'comfyui/flux',
      editing: 'comfyui/flux/inpainting'
    },
    medium: {
      general: 'google-cloud/imagen3',
      editing: 'google-cloud/imagen3-edit'
    },
    high: {
      general: 'google-cloud/imagen4-ultra',
      editing: 'azure-openai/gpt-image-1-edit'
    }
  };
  
  const category = useCase.includes('edit') ? 'editing' : 'general';
  return models[budget][category];
};

// --- checked:
for (const budget of ['low', 'medium', 'high'] as const) {
  for (const useCase of ['general', 'edit']) {
    const model = selectModel(useCase, budget);
    const answer = await fetch(`${API_BASE}/generation-config/${model}`, { headers });
    await check(`the model for ${useCase} on a ${budget} budget exists: ${model}`, answer.status === 200);
  }
}

// --- Optimal Parameters
const optimizedGeneration = async (prompt: string, options = {}) => {
  const {
    model = 'comfyui/flux',
    size = 'large',
    quality = 'hd'
  } = options;
  
  const sizes = {
    small: { width: 512, height: 512 },
    medium: { width: 768, height: 768 },
    large: { width: 1024, height: 1024 },
    ultra: { width: 1536, height: 1536 }
  };
  
  return fetch(`${API_BASE}/file/generate-image`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      config: {
        prompt,
        generation_config_name: model,
        params: {
          ...sizes[size],
          quality,
          // Auto-optimization enabled
          enhance: true,
          seed: Math.floor(Math.random() * 1000000) // For reproducible results
        }
      }
    })
  });
};

// --- checked:
const [optimized] = await (await optimizedGeneration('A harbour at dusk', { size: 'medium' })).json();
await check('optimal parameters are taken', isImage(await waitForImage(optimized.id)));
await check('its size is the one asked for', optimized.image_generation.width === 768);

// --- Error Handling (reconstructed: the body of the loop is missing in the text)
const robustImageGeneration = async (prompt: string, retries = 3) => {
  for (let attempt = 1; attempt <= retries; attempt++) { // reconstructed
    try { // reconstructed
      return await waitForImage(await generateImage(prompt)); // reconstructed
    } catch (error) { // reconstructed
      if (attempt === retries) throw error; // reconstructed
      await new Promise(r => setTimeout(r, 1000 * attempt));
    }
  }
};

// --- checked:
await check('retrying generation', isImage(await robustImageGeneration('A stone bridge over a river')));

// --- Response Format (as a check: the snippet is a shape, not a program)

// --- checked:
const shaped = await fetch(`${API_BASE}/file/generate-image`, {
  method: 'POST',
  headers,
  body: JSON.stringify({ config: { prompt: 'A shape', generation_config_name: 'comfyui/flux' } })
});
const [shape] = await shaped.json();
await check('the answer is an array of files', typeof shape.id === 'string');
await check('a file names its generation', typeof shape.image_generation_id === 'string');
await check('a file has the price in dollars', shape.image_generation.generation_config.price_per_generation === 1.0);
await check('a file names its model', shape.image_generation.generation_config.name === 'comfyui/flux');
await check('url and thumbnail are null at first', shape.url === null && shape.thumbnail_url === null);
await check('tasks is a list', Array.isArray(shape.tasks));

// --- React Hook (reconstructed: the first line is missing in the text)
const useImageGeneration = () => { // reconstructed
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState(null);
  
  const generate = useCallback(async (prompt: string, model = 'comfyui/flux') => {
    setLoading(true);
    setError(null);
    
    try {
      const imageId = await generateImage(prompt, model);
      const imageUrl = await waitForImage(imageId);
      return imageUrl;
    } catch (err) {
      setError(err.message);
      throw err;
    } finally {
      setLoading(false);
    }
  }, []);
  
  return { generate, loading, error };
};

// --- checked:
let hook;
renderToString(createElement(() => { hook = useImageGeneration(); return null; }));
await check('the React hook generates', isImage(await hook.generate('A paper boat on a pond')));

// --- Batch Generation
const generateBatch = async (prompts: string[], model = 'comfyui/flux') => {
  const generations = prompts.map(prompt => generateImage(prompt, model));
  const imageIds = await Promise.all(generations);
  
  // Wait for all to complete
  const imageUrls = await Promise.all(
    imageIds.map(id => waitForImage(id))
  );
  
  return imageUrls;
};

// Usage
const urls = await generateBatch([
  "Red sports car",
  "Blue mountain landscape", 
  "Modern office interior"
]);

// --- checked:
await check('a batch has as many images as prompts', urls.length === 3 && new Set(urls).size === 3);
for (const url of urls) await check('an image of the batch', isImage(url));

// The timers of watchWithSSE would keep the process for five minutes.
process.exit(0);
